/** Lines as logs are full of them: what is rare here is rare in most logs, and so worth looking for. */
export const typicalText = `
2024-11-05T11:10:12.1234567Z INFO [checkout-3] com.shop.order.OrderService - handled request GET /api/v1/orders?id=4711 in 23 ms
10.240.0.17 - - [05/Nov/2024:11:10:12 +0000] "GET /healthz HTTP/1.1" 200 612 "-" "kube-probe/1.29"
10.1.2.3 - - [05/Nov/2024:11:10:12 +0000] "POST /api/v2/items HTTP/1.1" 404 90 "https://www.example.com/" "Mozilla/5.0 (Windows NT 10.0)"
{"time":"2024-11-05T11:10:12.123Z","level":"info","service":"billing","trace":"9f86d081884c7d659a2feaa0c55ad015","msg":"stored the message","took":12}
{"log":"Listening on port 8080\\n","stream":"stdout","time":"2024-11-05T11:10:12.123456789Z"}
time="2024-11-05T11:10:12Z" level=info msg="received signal, starting to load the configuration" module=server id=3a7bd3e2360a
time="2024-11-05T11:10:12Z" level=debug msg="Calling HEAD /_ping" spanID=44f1 traceID=91aa
2024-11-05T11:10:12.123456789Z stdout F Started the application in 12.3 seconds (process running for 14.2)
I1105 11:10:12.123456    1234 controller.go:123] "Reconciling the object" controller="deployment" namespace="shop" name="web-7d4b9c6f5d"
E1105 11:10:12.123456       1 reflector.go:147] pkg/mod/k8s.io/client-go: watch of *v1.Pod ended with: too old resource version
Nov  5 11:10:12 aks-nodepool1-12345678-vmss000000 kubelet[2345]: SyncLoop UPDATE source="api" pods="[default/web-7d4b9c6f5d-x2x7q]"
Nov  5 11:10:12 build-7 systemd[1]: Started Daily apt download activities. Reached target Timers.
Nov  5 11:10:12 build-7 containerd[812]: time="2024-11-05T11:10:12Z" level=info msg="StartContainer for returns successfully"
#12 3.456 Get:1 http://deb.debian.org/debian bookworm/main amd64 libssl-dev amd64 3.0.11-1 [2439 kB]
#12 4.567 Setting up libcurl4-openssl-dev:amd64 (7.88.1-10+deb12u5) ...
#14 [stage-1 4/7] RUN npm ci --omit=dev && npm cache clean --force
added 212 packages, and audited 213 packages in 9s. 31 packages are looking for funding
Step 5/9 : COPY package*.json ./
 ---> Running in 1f2d3c4b5a69
Removing intermediate container 1f2d3c4b5a69
Collecting requests==2.31.0 Downloading requests-2.31.0-py3-none-any.whl (62 kB)
[INFO] Downloaded from central: https://repo.maven.apache.org/maven2/org/springframework/boot/spring-boot/3.1.4/spring-boot-3.1.4.pom
[INFO] Tests run: 42, Time elapsed: 1.234 s - in com.example.shop.CartServiceTest
##[section]Starting: Initialize job
##[debug]Evaluating condition for step: 'Publish artifacts'
2024-11-05T11:10:12.1234567Z Agent name: 'Azure Pipelines 3' Agent machine name: 'fv-az123-456' Current agent version: '3.230.0'
2024-11-05T11:10:12.1234567Z Syncing repository: contoso/web (Git). Fetching the repository. Checking out files: 100% (1234/1234), done.
2024-11-05 11:10:12,123 DEBUG urllib3.connectionpool https://management.example.com:443 "GET /subscriptions?api-version=2022-12-01 HTTP/1.1" 200 None
2024-11-05 11:10:12.123 [main] WARN  org.hibernate.orm.deprecation - The property is deprecated and will be removed in a future release
2024/11/05 11:10:12 [notice] 1#1: start worker process 29, using the epoll event method
[2024-11-05 11:10:12 +0000] [7] [INFO] Booting worker with pid: 7, Listening at: http://0.0.0.0:8000
2024-11-05 11:10:12 INFO gateway: request queued, response received, session started and finished; login accepted, user loaded from the cache
2024-11-05 11:10:12 INFO worker: task scheduled, event sent to the queue, job skipped, file stored, update completed, connection closed
2024-11-05 11:10:12 INFO search, inventory, mailer, reports, metrics: health check passed, status ok, retry after 5 seconds, timeout 30000 ms
GET /static/app.js HTTP/1.1 host: www.example.com accept: text/html, application/json cookie: session content-type: text/plain content-length: 0
POST /login HTTP/2 user-agent: curl/8.5.0 x-request-id: 0f8fad5b-d9cb-469f-a165-70867728950e x-forwarded-for: 203.0.113.7
"url":"https://www.example.com/cart/add","method":"POST","path":"/images/logo.png","headers":{},"version":"1.4.2","environment":"production"
"@timestamp":"2024-11-05T11:10:12.123Z","kubernetes":{"container":{"name":"web"},"node":"aks-nodepool1"},"severity":"warning","error":null
I1105 11:10:12.123456    2345 kubelet.go:12] "Pulling image" image="contoso.azurecr.io/shop/web:1.4.2" reason="Pulled"
Nov  5 11:10:12 aks-nodepool1 containerd[812]: time="2024-11-05T11:10:12Z" level=info msg="PullImage \\"contoso.azurecr.io/shop/web:1.4.2\\""
Successfully pulled image "contoso.azurecr.cn/shop/web:1.4.2" in 1.234s (1.234s including waiting). Container image is already present on machine
{"image":"contoso.azurecr.us/shop/web@sha256:9f86d081884c7d659a2feaa0c55ad015","repository":"shop/web","registry":"contoso.azurecr.io","loginServer":"contoso.azurecr.io"}
GET https://contoso.azurecr.io/v2/shop/web/manifests/1.4.2 HTTP/1.1 host: contoso.azurecr.io authorization: Bearer, GET https://contoso.azurecr.io/oauth2/token
docker.io/library/nginx:1.25 Pulling fs layer, Verifying Checksum, Download complete, Pull complete, image is up to date, tag latest
Installing the dependencies, building the project, running the tests, writing the output, creating the directory, checking the values
`
